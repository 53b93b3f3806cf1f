Feature: Forwarding an event request
  Forwarding is no delegation: the forwarding Attendee still comes, and does not make the
  other one an Attendee. That is for the Organizer to decide.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: The forwarding Attendee's own answer stays

    @implied @2446/4.2.8/forwarder-keeps-the-own-answer @needs:inbox
    Scenario: An Attendee who has accepted forwards the meeting
      Given Bert accepts, and the REPLY is delivered
      When Bert forwards "Design review" to Otto
      Then a REQUEST reaches Otto
      And Bert's calendar shows Bert as ACCEPTED
      And no REPLY is sent to Anna

  Rule: The forwarded REQUEST does not list the one who gets it

    @should @2446/4.2.8/forwarder-adds-nobody @needs:inbox
    Scenario: The new Calendar User is no Attendee yet
      When Bert forwards "Design review" to Otto
      Then the REQUEST to Otto lists Bert and Carla
      And the REQUEST to Otto does not list Otto
