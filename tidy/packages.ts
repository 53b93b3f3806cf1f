/** Packages that only these files and folders import. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  nodemailer: ['simulator/transport/'],
  mailparser: ['simulator/transport/imip/'],
  'smtp-server': ['targets/imip/'],
  imapflow: ['targets/imip/'],
  mailhog: ['targets/imip/'],
  'mailpit-api': ['targets/imip/'],
  'ical.js': ['simulator/icalendar/'],
  tsdav: ['targets/caldav/dav.ts'],
  '@cucumber/cucumber': ['steps/', 'conformance/perform.ts', 'conformance/pickle-filter.ts'],
};
