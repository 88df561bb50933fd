import type { Entry } from './entry.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const action = /^[a-z][a-zA-Z0-9]*(?:[.-][a-z][a-zA-Z0-9]*)+$/;
const word = /^[a-z][a-zA-Z0-9-]*$/;
/** A path is a name: a value would be readable in it, and a path from people could be one. */
const fieldPath = /^[a-z][a-zA-Z0-9-]*(?:\.(?:[a-z][a-zA-Z0-9-]*|[0-9]{1,4}))*$/;

/** Actions of the journal itself, which alone say something in the open. */
const openActions: readonly string[] = ['day.closed', 'epoch.begun'];

/** Whether an entry keeps the rules of its form, whoever wrote it. */
export function isWellFormed(entry: Entry): boolean {
  const random = 'day' in entry.at ? isUntimed : isUuid;
  return (
    random(entry.id) &&
    (entry.actor === null || isUuid(entry.actor)) &&
    // The day alone is there to hide who and when: an actor, or an id that holds the minute, would tell.
    !('day' in entry.at && entry.actor !== null) &&
    action.test(entry.action) &&
    Object.entries(entry.refs).every(([kind, id]) => word.test(kind) && random(id)) &&
    Object.keys(entry.fields).every((path) => fieldPath.test(path)) &&
    (entry.open === null || openActions.includes(entry.action))
  );
}

const isUuid = (id: string): boolean => uuid.test(id);

/** Versions 1, 6 and 7 hold the time they were made. */
const isUntimed = (id: string): boolean => uuid.test(id) && id.charAt(14) === '4';
