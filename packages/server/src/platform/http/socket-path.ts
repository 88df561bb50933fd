import { join } from 'node:path';

/** The socket of the machine's administrator within the data folder. */
export const socketPath = (data: string): string => join(data, 'sallyport.sock');
