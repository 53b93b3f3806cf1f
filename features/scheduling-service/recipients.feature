Feature: Recipients are not Attendees
  Who gets a message is not who is listed in it. Recipients may be more, fewer or others than
  the Attendees; the ATTENDEE lines say who attends, and stay as they are.

  Rule: A message goes to the Recipients that are named, and to nobody else

    @must @service/recipients/named-recipients-get-it @needs:schedule @needs:inbox
    Scenario Outline: Recipients are <relation>
      When Anna organizes "Design review" with Bert and Carla on 4 March 2030 at 10:00 UTC and sends it to <recipients>
      Then a REQUEST reaches <recipients>
      And no REQUEST is sent to <others>

      Examples:
        | relation                      | recipients | others |
        | a part of the Attendees       | Bert       | Carla  |
        | others than the Attendees     | Dora       | Bert   |
        | one Attendee and somebody new | Carla and Dora | Bert |
