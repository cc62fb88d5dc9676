/** What one event and one call may hold. The contract's numbers, without its schemas: a test holds them together. */
export const LIMITS = {
  eventBytes: 16 * 1024,
  customersPerEvent: 45,
  eventsPerCall: 500,
  callBytes: 1024 * 1024,
} as const;
