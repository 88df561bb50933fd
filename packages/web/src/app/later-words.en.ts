import acts from '../features/acts/words.en.json' with { type: 'json' };
import advisories from '../features/advisories/words.en.json' with { type: 'json' };
import branches from '../features/branches/words.en.json' with { type: 'json' };
import briefing from '../features/briefing/words.en.json' with { type: 'json' };
import devices from '../features/devices/words.en.json' with { type: 'json' };
import education from '../features/education/words.en.json' with { type: 'json' };
import files from '../features/files/words.en.json' with { type: 'json' };
import forms from '../features/forms/words.en.json' with { type: 'json' };
import handovers from '../features/handovers/words.en.json' with { type: 'json' };
import impact from '../features/impact/words.en.json' with { type: 'json' };
import imports from '../features/imports/words.en.json' with { type: 'json' };
import jobs from '../features/jobs/words.en.json' with { type: 'json' };
import journal from '../features/journal/words.en.json' with { type: 'json' };
import law from '../features/law/words.en.json' with { type: 'json' };
import leaving from '../features/leaving/words.en.json' with { type: 'json' };
import ledgers from '../features/ledgers/words.en.json' with { type: 'json' };
import merges from '../features/merges/words.en.json' with { type: 'json' };
import mine from '../features/mine/words.en.json' with { type: 'json' };
import notices from '../features/notices/words.en.json' with { type: 'json' };
import people from '../features/people/words.en.json' with { type: 'json' };
import programme from '../features/programme/words.en.json' with { type: 'json' };
import register from '../features/register/words.en.json' with { type: 'json' };
import settings from '../features/settings/words.en.json' with { type: 'json' };
import trips from '../features/trips/words.en.json' with { type: 'json' };
import units from '../features/units/words.en.json' with { type: 'json' };
import type { LaterWords } from './later-words.zh.ts';

export const words: LaterWords = {
  ...acts,
  ...advisories,
  ...branches,
  ...briefing,
  ...devices,
  ...education,
  ...files,
  ...forms,
  ...handovers,
  ...impact,
  ...imports,
  ...jobs,
  ...journal,
  ...law,
  ...leaving,
  ...ledgers,
  ...merges,
  ...mine,
  ...notices,
  ...people,
  ...programme,
  ...register,
  ...settings,
  ...trips,
  ...units,
};
