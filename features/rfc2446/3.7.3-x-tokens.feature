Feature: X-tokens
  Every component may have experimental properties and parameters. A client need not make
  sense of them, but they do not make a message any worse.

  Rule: A REQUEST with an unknown property counts like any other

    @implied @2446/3.7.3/unknown-extension-does-no-harm @needs:message-in
    Scenario: The property and its parameter are unknown
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | X-ROOM-COLOUR;X-TONE="dark:blue" | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | indigo                           | Bert asked |
      Then Bert's calendar shows "Design review" on 4 March 2030 at 10:00 UTC
