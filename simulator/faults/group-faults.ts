import { addressList, withAddressList } from '../icalendar/address-list.js';
import { makeProperty, withParameter } from '../icalendar/edit.js';
import { addressOf, partstatOf } from '../itip/delegation.js';
import { cutypeOf } from '../itip/groups.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 and RFC 5546 section 3.7.2: what members of an invited group do wrong. */
export const GROUP_FAULTS = [
  fault({
    id: 'unlisted-means-not-for-me',
    summary: 'Drops a REQUEST that does not list the recipient.',
    rule: 'takesUnlisted',
    requirement: '2446/3.7.2/group-member-gets-the-event',
    replacement: () => false,
  }),
  fault({
    id: 'group-is-searched-first',
    summary: 'Answers as a member of the group, though listed in person.',
    rule: 'replyAttendees',
    requirement: '2446/3.7.2/own-entry-comes-first',
    replacement: (all, own) => {
      const group = all.find((line) => cutypeOf(line) === 'GROUP');
      return [group === undefined ? own : withAddressList(own, 'member', [addressOf(group)])];
    },
  }),
  fault({
    id: 'group-answers-as-group',
    summary: 'A member answers by the ATTENDEE of the group, as if for all of it.',
    rule: 'replyAttendees',
    requirement: '2446/3.7.2/group-member-answers-as-individual',
    replacement: (all, own) =>
      addressList(own[1], 'member').length === 0
        ? standardRules.replyAttendees(all, own)
        : all
            .filter((line) => cutypeOf(line) === 'GROUP')
            .map((line) => withParameter(line, 'partstat', partstatOf(own))),
  }),
  fault({
    id: 'member-is-called-a-group',
    summary: 'Copies CUTYPE of the group into the ATTENDEE of the member.',
    rule: 'memberSelf',
    requirement: '2446/3.7.2/group-member-answers-as-individual',
    replacement: (address, group) =>
      withParameter(standardRules.memberSelf(address, group), 'cutype', 'GROUP'),
  }),
  fault({
    id: 'member-parameter-forgotten',
    summary: 'A member answers like anybody uninvited, without naming the group.',
    rule: 'memberSelf',
    requirement: '2446/3.7.2/group-member-names-the-group',
    replacement: (address) => makeProperty('attendee', address, { cutype: 'INDIVIDUAL' }),
  }),
];
