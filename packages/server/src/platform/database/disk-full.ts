/** 53100: the database found no room, and undid what it was about. It goes on by itself once there is. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '53100';
