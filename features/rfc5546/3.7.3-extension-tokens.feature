Feature: Extension tokens
  RFC 5546 asks more of a client than RFC 2446: what is registered stays in the copy also
  where the client does not know it, and extensions travel on with a REQUEST.

  Rule: The copy has the registered properties of the REQUEST

    @should @5546/3.7.3/iana-tokens-are-saved @needs:message-in
    Scenario: Properties that are younger than RFC 5546
      When Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY         | COLOR     | CONFERENCE               | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Design review" | turquoise | https://talk.invalid/123 | Bert asked |
      Then Bert's copy has COLOR "turquoise"
      And Bert's copy has CONFERENCE "https://talk.invalid/123"

  Rule: A REQUEST that is passed on has the extensions of the original

    Background:
      Given Erik sends Bert a REQUEST about "Design review":
        | SEQUENCE | DTSTART                   | SUMMARY  | COLOR     | X-ROOM-COLOUR;X-TONE="dark:blue" | ATTENDEE   |
        | 0        | 4 March 2030 at 10:00 UTC | "Review" | turquoise | indigo                           | Bert asked |

    @should @5546/3.7.3/extensions-are-passed-on @needs:message-in @needs:delegation @needs:inbox
    Scenario: The REQUEST is delegated
      When Bert delegates to Dora
      Then the REQUEST to Dora has COLOR "turquoise"
      And the REQUEST to Dora has X-ROOM-COLOUR "indigo"
      And the REQUEST to Dora has X-TONE "dark:blue" of X-ROOM-COLOUR

    @should @5546/3.7.3/extensions-are-passed-on @needs:message-in @needs:inbox
    Scenario: The REQUEST is forwarded
      When Bert forwards "Design review" to Otto
      Then the REQUEST to Otto has COLOR "turquoise"
      And the REQUEST to Otto has X-ROOM-COLOUR "indigo"
