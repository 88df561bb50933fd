import type { MetText } from '../../packages/core/src/law/index.ts';
import type { Random } from '../feel/random.ts';
import type { ExpressionWriter } from './expressions.ts';
import { durations } from './pack.ts';
import type { Subject } from './vocabulary.ts';

export const forms = [
  'milestone',
  'exists',
  'covers day',
  'covers current',
  'period by one',
  'period by union',
  'count',
  'latest',
  'needs one',
  'needs all',
  'needs number',
  'needs latest',
  'forbids',
] as const;
export type Form = (typeof forms)[number];

type Evidence = Exclude<MetText, { milestone: string }>;

/** Writes how a duty is met, in a given form. */
export class MetWriter {
  readonly #random: Random;
  readonly #subject: Subject;
  readonly #instant: boolean;
  readonly #whole: ExpressionWriter;

  constructor(random: Random, subject: Subject, instant: boolean, whole: ExpressionWriter) {
    this.#random = random;
    this.#subject = subject;
    this.#instant = instant;
    this.#whole = whole;
  }

  met(form: Form): MetText {
    const random = this.#random;
    if (form === 'milestone') return { milestone: this.#milestone() };
    const kind =
      form.startsWith('needs') || form === 'covers day'
        ? random.pick(['proof', 'memo'])
        : random.pick(['proof', 'proof', 'memo']);
    // What is plainly looked for is found, and then its validity decides.
    const evidence =
      /^(covers|period)/.test(form) && random.chance(0.6) ? this.#plainEvidence(kind) : this.#evidence(kind);
    switch (form) {
      case 'covers day':
        return { ...evidence, covers: this.#whole.write('day', this.#random.below(2)), ...this.#lasts(kind) };
      case 'covers current':
        return { ...evidence, covers: 'current', ...this.#lasts(kind) };
      case 'period by one':
      case 'period by union':
        return {
          ...evidence,
          covers: { ...this.#period(), by: form === 'period by one' ? 'one' : 'union' },
          ...this.#lasts(kind),
        };
      case 'count':
        return {
          ...evidence,
          count: random.chance(0.6) ? random.pick(durations.integer) : this.#whole.write('integer', 1),
        };
      case 'latest':
        return { ...evidence, latest: this.#whole.with({ name: 'item', kind }).write('boolean', 1) };
      case 'needs one':
      case 'needs all':
      case 'needs number':
      case 'needs latest': {
        const roles = random.pick([['body', 'lead'], ['body', 'lead', 'aide'], ['aide'], ['lead', 'aide']]);
        const wanted =
          form === 'needs one'
            ? 'one'
            : form === 'needs all'
              ? 'all'
              : random.pick([
                  '0',
                  '1',
                  'setting.wanted',
                  'clause.number',
                  ...(form === 'needs latest' ? ['all', 'one'] : []),
                ]);
        if (form !== 'needs latest') return { ...evidence, needs: wanted, roles };
        const latest = this.#whole.with({ name: 'item', kind }).write('boolean', 1);
        return { ...evidence, needs: wanted, roles, latest };
      }
      default:
        return evidence;
    }
  }

  #milestone(): string {
    const days: Record<Subject, readonly string[]> = {
      organisation: ['organisation.markedOn'],
      person: ['person.leftOn', 'person.organisation.markedOn'],
      trip: ['trip.approvedOn', 'trip.previous.approvedOn', 'trip.person.joinedOn'],
      visit: ['visit.doneOn', 'visit.trip.approvedOn', 'visit.person.leftOn'],
    };
    const instants: Record<Subject, readonly string[]> = {
      organisation: ['organisation.none'],
      person: ['person.none'],
      trip: ['trip.arrivedAt', 'trip.submittedAt'],
      visit: ['visit.seenAt', 'visit.trip.arrivedAt'],
    };
    return this.#random.pick((this.#instant ? instants : days)[this.#subject]);
  }

  #plainEvidence(kind: string): Evidence {
    const to = this.#random.pick(this.#whole.refersTo('organisation'));
    return {
      by: kind,
      match: { organisation: to },
      ...(this.#instant ? { at: kind === 'memo' ? 'sentAt' : 'doneAt' } : {}),
    };
  }

  #evidence(kind: string): Evidence {
    const random = this.#random;
    const keys = [
      ...this.#whole.refersTo('trip').map((to) => ({ trip: to })),
      ...this.#whole.refersTo('organisation').map((to) => ({ organisation: to })),
      ...(kind === 'proof' ? this.#whole.refersTo('person').map((to) => ({ person: to })) : []),
      ...this.#whole.refersTo('visit').flatMap((to) => [{ visit: to }, { visit: to }]),
    ];
    const match: Record<string, string> = { ...random.pick(keys) };
    if (random.chance(0.3)) match['topic'] = random.pick(['alpha', 'beta', this.#whole.leaf('word')]);
    if (kind === 'proof' && random.chance(0.15)) match['passed'] = random.pick(['true', this.#whole.leaf('boolean')]);
    if (kind === 'proof' && random.chance(0.1)) match['score'] = this.#whole.leaf('integer');
    if (random.chance(0.05)) match[kind === 'proof' ? 'checkedOn' : 'sentOn'] = this.#whole.leaf('day');
    const item = this.#whole.with({ name: 'item', kind });
    const at = this.#at(kind);
    return {
      by: kind,
      match,
      ...(at === null ? {} : { at }),
      ...(random.chance(0.3) ? { where: item.write('boolean', 1) } : {}),
      ...(random.chance(0.3) ? { from: this.#whole.write('day', 1) } : {}),
      ...(random.chance(0.25) ? { until: this.#whole.write('day', 1) } : {}),
    };
  }

  #at(kind: string): string | null {
    if (this.#instant) return kind === 'memo' ? 'sentAt' : this.#random.pick([null, 'filedAt', 'doneAt']);
    return this.#random.chance(0.65) ? null : kind === 'memo' ? 'sentOn' : 'checkedOn';
  }

  #period(): { from: string; until: string } {
    const from = this.#whole.write('day', this.#random.below(2));
    if (this.#random.chance(0.3)) return { from, until: this.#whole.write('day', 1) };
    return { from, until: `(${from} + ${this.#random.pick([...durations.duration, ...durations.months])})` };
  }

  #lasts(kind: string): { lasts?: string } {
    if (this.#random.chance(0.45)) return {};
    const item = this.#whole.with({ name: 'item', kind });
    return {
      lasts: this.#random.chance(0.2)
        ? item.write(this.#random.pick(['months', 'duration']), 1)
        : this.#random.pick([...durations.duration, ...durations.months]),
    };
  }
}
