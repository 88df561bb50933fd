/** Where columns lie: in this thread's memory, or in memory that threads share. */
export type Room = (bytes: number) => ArrayBufferLike;

export const ownRoom: Room = (bytes) => new ArrayBuffer(bytes);
export const sharedRoom: Room = (bytes) => new SharedArrayBuffer(bytes);
