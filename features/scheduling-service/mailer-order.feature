Feature: The order of mail
  To each address mail leaves in the order in which it was sent, so that a newer revision
  never overtakes an older one; who cannot be reached holds up nobody else.

  Rule: Two revisions that wait both leave, in the order of sending

    Background:
      Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC

    @must @service/mailer/in-the-order-of-sending @needs:mailer
    Scenario: A meeting is moved before the mailer runs
      When the mailer runs
      Then the mails to Mona bring "Design review" on 4 March 2030 at 10:00 UTC, then on 5 March 2030 at 15:00 UTC

    @must @service/mailer/waits-for-earlier-mail @needs:mailer
    Scenario: The first of two mails is refused for now
      Given Anna organizes "Site visit" with Mark on 6 March 2030 at 09:00 UTC
      And mail to Mona is refused with 450 the next 1 time
      When the mailer runs
      Then Mark has got 1 mail
      And Mona has got 0 mails

    @must @service/mailer/waits-for-earlier-mail @needs:mailer @needs:clock
    Scenario: The first of two mails leaves in the second attempt
      Given mail to Mona is refused with 450 the next 1 time
      And the mailer runs
      And 5 minutes pass
      When the mailer runs
      Then the mails to Mona bring "Design review" on 4 March 2030 at 10:00 UTC, then on 5 March 2030 at 15:00 UTC

    @must @service/mailer/goes-on-after-mail-given-up @needs:mailer
    Scenario: The first of two mails is given up
      Given mail to Mona is refused with 550 the next 1 time
      When the mailer runs
      Then the mails to Mona bring "Design review" on 5 March 2030 at 15:00 UTC

  Rule: One address that cannot be reached does not hold up others

    @must @service/mailer/others-do-not-wait @needs:mailer
    Scenario: The first of two Recipients is refused for now
      Given Anna organizes "Design review" with Mona and Mark on 4 March 2030 at 10:00 UTC
      And mail to Mona is refused with 450 the next 1 time
      When the mailer runs
      Then Mark has got 1 mail
