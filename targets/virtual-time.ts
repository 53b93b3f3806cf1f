/** Virtual time at which every scenario begins; a Monday morning before all meetings of the suite. */
export const OPENING_TIME = '2030-01-07T09:00:00Z';
