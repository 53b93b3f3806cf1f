Feature: Delegate accepts the meeting
  The REPLY of a Delegate may list the Delegator beside the Delegate, in either order. It
  is the Delegate who answers.

  Rule: A REPLY that lists both sides gives the answer of the Delegate

    @implied @2446/4.2.6/reply-with-both-sides-is-understood @needs:delegation @needs:message-in
    Scenario Outline: The Delegate accepts, <first> standing first
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Carla delegates to Erik, and the messages are delivered
      When Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE   |
        | present  | <ATTENDEE> |
      Then Anna's calendar shows Erik as ACCEPTED
      And Anna's calendar shows Carla as DELEGATED
      And Anna's calendar lists Bert, Carla and Erik once each

      Examples:
        | first         | ATTENDEE                                          |
        | the Delegate  | Erik ACCEPTED from Carla, Carla DELEGATED to Erik |
        | the Delegator | Carla DELEGATED to Erik, Erik ACCEPTED from Carla |
