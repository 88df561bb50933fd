import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsSchema } from './json-schema.ts';
import { vocabulary } from './vocabulary.ts';

describe('the fact vocabulary', () => {
  test('is the committed one: a widened purpose or readability is a change somebody reviews', () => {
    const committed: unknown = JSON.parse(
      readFileSync(new URL('../../../../docs/facts.schema.json', import.meta.url), 'utf8'),
    );
    expect(JSON.parse(JSON.stringify(factsSchema(vocabulary)))).toEqual(committed);
  });

  test('dates every kind by a day that is always known', () => {
    for (const kind of vocabulary.kinds.values()) {
      expect(kind.fields[kind.happened], kind.name).toMatchObject({ type: 'day', nullable: false });
      const instants = kind.happenedAt === undefined ? [] : [kind.fields[kind.happenedAt]];
      expect(instants.every((field) => field?.type === 'instant' && field.timing === 'milestone')).toBe(true);
      const days = kind.valid ? [kind.valid.from, kind.valid.until] : [];
      expect(days.every((name) => kind.fields[name]?.type === 'day')).toBe(true);
    }
  });

  test('has both languages everywhere', () => {
    for (const kind of vocabulary.kinds.values()) {
      const labels = [
        kind.label,
        kind.about,
        ...Object.values(kind.fields).flatMap((field) => [field.label, ...Object.values(field.words ?? {})]),
      ];
      for (const label of labels) {
        expect(label.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(label.en).toMatch(/[a-zA-Z]/);
      }
    }
  });

  test('lets no rule read names, texts and what contacts, reports, incidents, check-ins and debriefs say', () => {
    for (const kind of vocabulary.kinds.values()) {
      const texts = Object.entries(kind.fields).filter(([name, field]) => field.type === 'text' || name === 'name');
      expect(texts.filter(([, field]) => field.readable !== 'never')).toEqual([]);
    }
    // That something took place, when, for whom and by which channel, and nothing of what it says.
    const readable = (name: string): string[] =>
      Object.entries(vocabulary.kinds.get(name)?.fields ?? {}).flatMap(([field, { readable: how }]) =>
        how === 'never' ? [] : [field],
      );
    const days = (name: string): string[] =>
      readable(name).filter((field) => !/^(organisation|traveller)$|(On|At)$/.test(field));
    expect(readable('foreignContact')).toEqual([]);
    expect(days('report')).toEqual(['track']);
    expect(days('debrief')).toEqual([]);
    expect(days('incident')).toEqual(['clock']);
    expect(days('checkIn')).toEqual(['channel']);
  });

  test('gives every kind an upper bound of retention', () => {
    for (const kind of vocabulary.kinds.values()) {
      expect(kind.retention.months).toBeGreaterThan(0);
      expect(kind.fields[kind.retention.from]?.type).toBe('day');
    }
  });
});
