Feature: The mailer
  What lies unprocessed in an Outbox leaves by mail as RFC 6047 has it, once to each Recipient
  who has nothing else, and answers to it come back the same way.

  Rule: A mail goes to those who are reached in no other way, and once

    @must @service/mailer/mails-only-outsiders @needs:mailer
    Scenario: One of two Attendees is a user of the service
      Given Anna organizes "Design review" with Bert and Mona on 4 March 2030 at 10:00 UTC
      When the mailer runs
      Then Mona has got 1 mail
      And Bert has got 0 mails

    @must @service/mailer/nothing-twice @needs:mailer
    Scenario: The mailer runs twice
      Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC
      And the mailer runs
      When the mailer runs
      Then Mona has got 1 mail
      And Mark has got 1 mail

  Rule: The mail is the message as iMIP

    @must @service/mailer/says-its-method @needs:mailer
    Scenario: A meeting is called off
      Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      And Anna cancels "Design review"
      When the mailer runs
      Then the mail to Mona is a CANCEL about "Design review" by iMIP

    @must @service/mailer/says-its-method @needs:mailer @needs:message-in
    Scenario: An Attendee answers somebody who is reached by mail
      Given Mona sends Bert a REQUEST with SEQUENCE 0 for "Design review" on 4 March 2030 at 10:00 UTC
      And Bert accepts
      When the mailer runs
      Then the mail to Mona is a REPLY about "Design review" by iMIP

    @must @service/mailer/addressed-to-its-recipient @needs:mailer
    Scenario: Two Attendees are reached by mail
      Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC
      When the mailer runs
      Then the mail to Mona says that it is from Anna and for nobody else
      And the mail to Mark says that it is from Anna and for nobody else

    @must @service/mailer/message-id-of-its-own @needs:mailer
    Scenario: Two revisions go to two Recipients
      Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      When the mailer runs
      Then 4 mails have left, each with a Message-ID of its own

  Rule: The mail comes from the Originator, its answer goes to the Organizer

    Background:
      Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      And the mailer runs
      And Sven reschedules "Design review" for Anna to 5 March 2030 at 15:00 UTC

    @must @service/mailer/from-the-originator @needs:mailer
    Scenario: A secretary sends for the Organizer
      When the mailer runs
      Then the mail to Mona comes from Sven
      And the mail to Mona says that it is from Sven and for nobody else

    @must @service/mailer/answer-by-mail-counts @needs:mailer
    Scenario: The answer to a secretary's mail comes back
      Given the mailer runs
      And every REQUEST has been delivered
      When Mona accepts, and the REPLY is delivered
      Then Anna's calendar shows Mona as ACCEPTED
