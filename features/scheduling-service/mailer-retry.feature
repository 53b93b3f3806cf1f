Feature: Mail that is refused
  A mail that is refused for now is tried again, later and later, and given up at last; one
  that is refused for good is given up at once. Nobody else is concerned.

  Background:
    Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC

  Rule: A mail that is refused for now is tried again later

    @must @service/mailer/refused-for-now-is-tried-again @needs:mailer @needs:clock
    Scenario: The second attempt succeeds
      Given mail to Mona is refused with 450 the next 1 time
      And the mailer runs
      And 5 minutes pass
      When the mailer runs
      Then Mona has got 1 mail

    @should @service/mailer/not-again-at-once @needs:mailer @needs:clock
    Scenario: The mailer runs again right away
      Given mail to Mona is refused with 450 the next 1 time
      And the mailer runs
      When the mailer runs
      Then Mark has got 1 mail
      And Mona has got 0 mails

    @should @service/mailer/pauses-grow @needs:mailer @needs:clock
    Scenario: The second pause is not over after five minutes
      Given mail to Mona is refused with 450 the next 2 times
      And the mailer runs
      And 5 minutes pass
      And the mailer runs
      And 5 minutes pass
      When the mailer runs
      Then Mark has got 1 mail
      And Mona has got 0 mails

    @must @service/mailer/refused-for-now-is-tried-again @needs:mailer @needs:clock
    Scenario: The third attempt succeeds
      Given mail to Mona is refused with 450 the next 2 times
      And the mailer runs
      And 5 minutes pass
      And the mailer runs
      And 15 minutes pass
      When the mailer runs
      Then Mona has got 1 mail

    @must @service/mailer/given-up-at-last @needs:mailer @needs:outbox @needs:clock
    Scenario: It is refused each day
      Given mail to Mona is refused with 450 the next 100 times
      When the mailer runs once a day for 10 days
      Then the entry about "Design review" in Anna's Outbox is failed for Mona
      And the entry about "Design review" in Anna's Outbox has status 5.1 for Mona

  Rule: A mail that is refused for good is given up at once

    @must @service/mailer/refused-for-good-is-given-up @needs:mailer @needs:outbox
    Scenario: The address does not exist
      Given mail to Mona is refused with 550 the next 1 time
      When the mailer runs
      Then the entry about "Design review" in Anna's Outbox is failed for Mona

    @must @service/mailer/refused-for-good-is-given-up @needs:mailer @needs:clock
    Scenario: It would be taken the next day
      Given mail to Mona is refused with 550 the next 1 time
      And the mailer runs
      And 1 day pass
      When the mailer runs
      Then Mark has got 1 mail
      And Mona has got 0 mails

  Rule: A refusal concerns nobody else

    @must @service/mailer/refusal-is-one-recipients @needs:mailer @needs:outbox
    Scenario: The other one has the mail
      Given mail to Mark is refused with 550 the next 1 time
      When the mailer runs
      Then the entry about "Design review" in Anna's Outbox is processed
      And the entry about "Design review" in Anna's Outbox is processed for Mona
      And the entry about "Design review" in Anna's Outbox has status 1.2 for Mona
