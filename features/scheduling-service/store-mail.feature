Feature: Mail over a restart
  A restart neither loses mail that has not left, nor sends again what has, nor forgets how
  long a refused mail has to wait.

  Background:
    Given Anna organizes "Design review" with Mona on 4 March 2030 at 10:00 UTC

  Rule: What has not left leaves, and nothing else

    @must @service/store/unsent-mail @needs:restart @needs:mailer
    Scenario: The service is restarted before the mailer runs
      Given the service is restarted
      When the mailer runs
      Then Mona has got 1 mail

    @must @service/store/unsent-mail @needs:restart @needs:mailer @needs:clock
    Scenario: The service is restarted while a refused mail waits
      Given mail to Mona is refused with 450 the next 1 time
      And the mailer runs
      And the service is restarted
      And 5 minutes pass
      When the mailer runs
      Then Mona has got 1 mail

    @must @service/store/sent-mail @needs:restart @needs:mailer
    Scenario: The service is restarted after the mailer ran
      Given the mailer runs
      And the service is restarted
      When the mailer runs
      Then Mona has got 1 mail
