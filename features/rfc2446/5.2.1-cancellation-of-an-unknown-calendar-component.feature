Feature: Cancellation of an unknown calendar component
  A CANCEL may overtake the REQUEST that it cancels. An Attendee's side that keeps it
  does not show a meeting that no longer takes place.

  Rule: A CANCEL that overtakes its REQUEST is kept for it

    @implied @2446/5.2.1/early-cancel-is-held @needs:hold-messages
    Scenario: The CANCEL arrives before the REQUEST
      Given Anna organizes "Team lunch" with Bert on 6 March 2030 at 12:00 UTC
      And every REQUEST has been delivered
      And Anna organizes "Design review" with Bert on 4 March 2030 at 10:00 UTC
      And Anna cancels "Design review"
      When the CANCEL to Bert is delivered
      And the second REQUEST to Bert is delivered
      Then Bert's calendar shows "Design review" as cancelled or not at all
      And Bert's calendar shows "Team lunch" on 6 March 2030 at 12:00 UTC
