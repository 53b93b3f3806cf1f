Feature: Forwarding to an uninvited CU
  Who gets a forwarded REQUEST may answer the Organizer with an ATTENDEE of its own. If the
  Organizer adds that Calendar User, it says so by a REQUEST.

  Background:
    Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
    And every REQUEST has been delivered

  Rule: An uninvited Calendar User answers in its own name

    @implied @5546/3.2.2.6/uninvited-reply-names-its-sender @needs:inbox
    Scenario: Somebody accepts a forwarded REQUEST
      Given Bert forwards "Design review" to Otto
      And every REQUEST has been delivered
      When Otto accepts
      Then the REPLY from Otto lists only Otto
      And the REPLY from Otto shows Otto with PARTSTAT ACCEPTED

  Rule: An uninvited Calendar User who is added gets a REQUEST

    @should @5546/3.2.2.6/added-uninvited-gets-request @needs:message-in @needs:inbox @needs:uninvited-decision
    Scenario: The Organizer adds somebody who has answered uninvited
      Given Erik sends Anna a REPLY about "Design review":
        | SEQUENCE | ATTENDEE      |
        | present  | Erik ACCEPTED |
      When Anna adds Erik to "Design review"
      Then a REQUEST reaches Erik
      And the REQUEST to Erik lists Erik
