Feature: How far a sending has got
  An entry of the Outbox is unprocessed while a mail has still to go to somebody, processed
  when nothing is left to do, and failed when the message has reached nobody.

  Rule: An entry waits while somebody has still to be mailed

    @must @service/outbox/processed-without-mail @needs:outbox
    Scenario: All Recipients are users of the service
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      Then the entry about "Design review" in Anna's Outbox is processed
      And the entry about "Design review" in Anna's Outbox is processed for Carla

    @must @service/outbox/unprocessed-while-mail-waits @needs:outbox @needs:mailer
    Scenario: One of two is reached by mail alone
      When Anna organizes "Design review" with Bert and Mona on 4 March 2030 at 10:00 UTC
      Then the entry about "Design review" in Anna's Outbox is unprocessed
      And the entry about "Design review" in Anna's Outbox is processed for Bert
      And the entry about "Design review" in Anna's Outbox is unprocessed for Mona

    @must @service/outbox/unprocessed-while-mail-waits @needs:outbox @needs:mailer
    Scenario: One of two mails has left
      Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC
      And mail to Mark is refused with 450 the next 1 time
      When the mailer runs
      Then the entry about "Design review" in Anna's Outbox is unprocessed
      And the entry about "Design review" in Anna's Outbox is processed for Mona
      And the entry about "Design review" in Anna's Outbox is unprocessed for Mark

    @must @service/outbox/processed-when-all-mail-has-left @needs:outbox @needs:mailer
    Scenario: Both mails have left
      Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC
      When the mailer runs
      Then the entry about "Design review" in Anna's Outbox is processed
      And the entry about "Design review" in Anna's Outbox is processed for Mark

  Rule: An entry has failed when the message reached nobody, and only then

    Background:
      Given Anna drafts "Design review" with Bert on 4 March 2030 at 10:00 UTC

    @must @service/outbox/failed-when-nobody-is-reached @needs:outbox @needs:schedule
    Scenario: The only Recipient has an address that leads nowhere
      When Anna calls schedule with a REQUEST about "Design review" to "urn:uuid:nobody":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                         |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Anna ACCEPTED, Bert NEEDS-ACTION |
      Then the entry about "Design review" in Anna's Outbox is failed

    @must @service/outbox/processed-when-somebody-is-reached @needs:outbox @needs:schedule
    Scenario: One of two Recipients has an address that leads nowhere
      When Anna calls schedule with a REQUEST about "Design review" to Bert and "urn:uuid:nobody":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                         |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Anna ACCEPTED, Bert NEEDS-ACTION |
      Then the entry about "Design review" in Anna's Outbox is processed
      And the entry about "Design review" in Anna's Outbox is processed for Bert

    @must @service/outbox/status-of-the-unreachable @needs:outbox @needs:schedule
    Scenario: An address that leads nowhere
      When Anna calls schedule with a REQUEST about "Design review" to Bert and "urn:uuid:nobody":
        | SEQUENCE | DTSTART                   | SUMMARY         | ATTENDEE                         |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | Anna ACCEPTED, Bert NEEDS-ACTION |
      Then the entry about "Design review" in Anna's Outbox has status 3.7 for "urn:uuid:nobody"

  Rule: The status of each Recipient says what became of the message there

    @must @service/outbox/status-of-the-delivered @needs:outbox
    Scenario: A user of the service has the message
      When Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      Then the entry about "Design review" in Anna's Outbox has status 1.2 for Bert

    @must @service/outbox/status-on-the-way @needs:outbox @needs:mailer
    Scenario: A mail has not left yet
      When Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      Then the entry about "Design review" in Anna's Outbox has status 1.1 for Mona

    @must @service/outbox/status-of-the-mailed @needs:outbox @needs:mailer
    Scenario: A mail has left
      Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      When the mailer runs
      Then the entry about "Design review" in Anna's Outbox has status 1.2 for Mona

    @must @service/outbox/status-of-the-given-up @needs:outbox @needs:mailer
    Scenario: A mail is refused for good
      Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      And mail to Mona is refused with 550 the next 1 time
      When the mailer runs
      Then the entry about "Design review" in Anna's Outbox has status 5.1 for Mona
      And the entry about "Design review" in Anna's Outbox is failed for Mona
