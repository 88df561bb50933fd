import { join } from 'node:path';

/**
 * Where an import keeps its finished files until each has its place. The folder gets this name in one step, and from then on its
 * files count as those of the register: a program that dies between two of them leaves nothing half imported.
 */
export const readyFolder = (register: string): string => join(register, '.import-ready');
