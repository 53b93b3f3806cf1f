Feature: Last seen revisions
  SEQUENCE and DTSTAMP of the last message that counted are kept for each Attendee and each
  instance. What is older than them has no effect, in whatever order messages arrive.

  Rule: They are compared as numbers

    Background:
      Given Anna organizes "Design review" at SEQUENCE 9 with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, but the REPLY is held in transit
      And Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      And Bert declines, but the REPLY is held in transit

    @must @service/last-seen/compared-as-numbers @needs:hold-messages @needs:last-seen
    Scenario: The answer to 10 comes after the one to 9
      Given the first REPLY from Bert is delivered
      When the second REPLY from Bert is delivered
      Then Anna has applied Bert's REPLY to SEQUENCE 10
      And Anna's calendar shows Bert as DECLINED

    @must @service/last-seen/compared-as-numbers @needs:hold-messages @needs:last-seen
    Scenario: The answer to 9 comes after the one to 10
      Given the second REPLY from Bert is delivered
      When the first REPLY from Bert is delivered
      Then Anna has applied Bert's REPLY to SEQUENCE 10
      And Anna's calendar shows Bert as DECLINED

  Rule: At equal SEQUENCE the DTSTAMP decides

    Background:
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, but the REPLY is held in transit
      And Bert declines, but the REPLY is held in transit

    @must @service/last-seen/dtstamp-decides @needs:hold-messages
    Scenario: The answers come in the order in which they were given
      Given the first REPLY from Bert is delivered
      When the second REPLY from Bert is delivered
      Then Anna's calendar shows Bert as DECLINED

    @must @service/last-seen/dtstamp-decides @needs:hold-messages
    Scenario: The answers come the other way round
      Given the second REPLY from Bert is delivered
      When the first REPLY from Bert is delivered
      Then Anna's calendar shows Bert as DECLINED
      And nothing changes in Anna's calendar

  Rule: Each Attendee has an own one

    @must @service/last-seen/kept-per-attendee @needs:hold-messages @needs:last-seen
    Scenario: The newer answer of another has come first
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered
      And Bert accepts, but the REPLY is held in transit
      And Carla declines, but the REPLY is held in transit
      And the first REPLY from Carla is delivered
      When the first REPLY from Bert is delivered
      Then Anna's calendar shows Bert as ACCEPTED
      And Anna's calendar shows Carla as DECLINED
      And Anna has applied Bert's REPLY to SEQUENCE 0

  Rule: Each instance has an own one

    @must @service/last-seen/kept-per-instance @needs:hold-messages
    Scenario: The newer answer to another instance has come first
      Given Anna organizes "Team call" with Bert on 4 March 2030 at 10:00 UTC, every week 4 times
      And every REQUEST has been delivered
      And Bert accepts for the instance on 11 March 2030 at 10:00 UTC
      And Bert declines for the instance on 18 March 2030 at 10:00 UTC
      And the second REPLY from Bert is delivered
      When the first REPLY from Bert is delivered
      Then Anna's calendar shows Bert as ACCEPTED on 11 March 2030 at 10:00 UTC
      And Anna's calendar shows Bert as DECLINED on 18 March 2030 at 10:00 UTC

  Rule: They survive a restart

    Background:
      Given Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC
      And every REQUEST has been delivered

    @must @service/last-seen/replies-survive-restart @needs:hold-messages @needs:restart
    Scenario: An older answer comes after the restart
      Given Bert accepts, but the REPLY is held in transit
      And Bert declines, but the REPLY is held in transit
      And the second REPLY from Bert is delivered
      And the service is restarted
      When the first REPLY from Bert is delivered
      Then Anna's calendar shows Bert as DECLINED

    @must @service/last-seen/replies-survive-restart @needs:hold-messages @needs:restart
    Scenario: A newer answer comes after the restart
      Given Bert accepts, and the REPLY is delivered
      And the service is restarted
      When Bert declines, and the REPLY is delivered
      Then Anna's calendar shows Bert as DECLINED

    @must @service/last-seen/replies-survive-restart @needs:restart @needs:last-seen
    Scenario: The revision itself is still known
      Given Bert accepts, and the REPLY is delivered
      When the service is restarted
      Then Anna has applied Bert's REPLY to SEQUENCE 0

    @must @service/last-seen/requests-survive-restart @needs:hold-messages @needs:restart
    Scenario: An older REQUEST comes after the restart
      Given Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST has been delivered
      And the service is restarted
      When the first REQUEST to Bert is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC

    @must @service/last-seen/requests-survive-restart @needs:hold-messages @needs:restart
    Scenario: A newer REQUEST comes after the restart
      Given the service is restarted
      When Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC
      And every REQUEST is delivered
      Then Bert's calendar shows "Design review" on 5 March 2030 at 15:00 UTC
