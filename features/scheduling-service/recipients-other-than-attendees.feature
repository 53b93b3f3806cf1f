Feature: Recipients who are no Attendees, and Attendees who are no Recipients
  An answer may come without any message, a message may go to somebody who is only informed,
  and to a secretary who answers in the place of the Attendee.

  Rule: An answer may be written down by hand

    Background:
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/recipients/answer-by-hand-is-kept @needs:answer-by-hand
    Scenario: The Organizer knows that an Attendee comes
      When Anna writes Bert down as ACCEPTED for "Design review"
      Then Anna's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Bert     | ACCEPTED     |
        | Carla    | NEEDS-ACTION |

    @must @service/recipients/answer-by-hand-is-not-sent @needs:answer-by-hand
    Scenario: Nobody hears of it at once
      When Anna writes Bert down as ACCEPTED for "Design review"
      Then Anna's calendar shows Bert as ACCEPTED
      And no REQUEST is sent to Bert
      And no REQUEST is sent to Carla

    @must @service/recipients/answer-by-hand-goes-along @needs:answer-by-hand
    Scenario: It shows in the next message
      Given Anna writes Bert down as ACCEPTED for "Design review"
      When Anna changes the location of "Design review" to "Room 2"
      Then the REQUEST to Carla shows Bert with PARTSTAT ACCEPTED

    @must @service/recipients/answer-by-hand-gives-way @needs:answer-by-hand
    Scenario: The Attendee answers otherwise
      Given Anna writes Bert down as ACCEPTED for "Design review"
      And Bert declines
      When every REPLY is delivered
      Then Anna's calendar shows Bert as DECLINED

  Rule: Who is only informed has the event, is not asked, and answers uninvited

    Background:
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC and sends it to Bert and Dora

    @must @service/recipients/informed-has-the-event @needs:schedule
    Scenario: The event is in the calendar of both
      When every REQUEST is delivered
      Then Dora's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
      And Dora's calendar does not list Dora
      And Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC

    @must @service/recipients/informed-is-not-asked @needs:schedule @needs:quiescence
    Scenario: No answer comes of itself
      When the REQUEST to Dora is delivered
      Then no scheduling message is sent in return
      And Dora's calendar shows these Attendees:
        | Attendee | PARTSTAT     |
        | Bert     | NEEDS-ACTION |

    @must @service/recipients/informed-answers-as-uninvited @needs:schedule @needs:uninvited-decision
    Scenario Outline: The Organizer <decides> somebody informed who accepts
      Given every REQUEST has been delivered
      And Dora accepts
      And every REPLY has been delivered
      When Anna <does> Dora to "Design review"
      Then Anna's calendar <shows>

      Examples:
        | decides  | does                | shows                         |
        | adds     | adds                | lists Bert and Dora once each |
        | declines | decides not to add  | does not list Dora            |

  Rule: A secretary who got the message answers for the Attendee

    @must @service/recipients/secretary-answers-for-attendee @needs:schedule
    Scenario: The REPLY names the Attendee, and the secretary by SENT-BY
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC and sends it to Sven
      And every REQUEST has been delivered
      When Sven accepts in the place of Bert
      Then a REPLY reaches Anna
      And the REPLY from Sven lists only Bert
      And the REPLY from Sven shows Bert with SENT-BY Sven
      And the REPLY from Sven shows Bert with PARTSTAT ACCEPTED

    @must @service/recipients/secretarys-answer-counts @needs:schedule
    Scenario: The Organizer takes it as the answer of the Attendee
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC and sends it to Sven
      And every REQUEST has been delivered
      And Sven declines in the place of Bert
      When every REPLY is delivered
      Then Anna's calendar shows Bert as DECLINED
      And Anna's calendar does not list Sven

    @must @service/recipients/stranger-answers-for-nobody @needs:schedule
    Scenario: Somebody without the right tries the same
      Given Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC and sends it to Dora
      And every REQUEST has been delivered
      When Dora tries to answer with accepts in the place of Bert
      Then no REPLY is sent to Anna
      And Dora's calendar shows Bert as NEEDS-ACTION
