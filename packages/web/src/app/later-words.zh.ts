import acts from '../features/acts/words.zh.json' with { type: 'json' };
import advisories from '../features/advisories/words.zh.json' with { type: 'json' };
import branches from '../features/branches/words.zh.json' with { type: 'json' };
import briefing from '../features/briefing/words.zh.json' with { type: 'json' };
import devices from '../features/devices/words.zh.json' with { type: 'json' };
import education from '../features/education/words.zh.json' with { type: 'json' };
import files from '../features/files/words.zh.json' with { type: 'json' };
import forms from '../features/forms/words.zh.json' with { type: 'json' };
import handovers from '../features/handovers/words.zh.json' with { type: 'json' };
import impact from '../features/impact/words.zh.json' with { type: 'json' };
import imports from '../features/imports/words.zh.json' with { type: 'json' };
import jobs from '../features/jobs/words.zh.json' with { type: 'json' };
import journal from '../features/journal/words.zh.json' with { type: 'json' };
import law from '../features/law/words.zh.json' with { type: 'json' };
import leaving from '../features/leaving/words.zh.json' with { type: 'json' };
import ledgers from '../features/ledgers/words.zh.json' with { type: 'json' };
import merges from '../features/merges/words.zh.json' with { type: 'json' };
import mine from '../features/mine/words.zh.json' with { type: 'json' };
import notices from '../features/notices/words.zh.json' with { type: 'json' };
import people from '../features/people/words.zh.json' with { type: 'json' };
import programme from '../features/programme/words.zh.json' with { type: 'json' };
import register from '../features/register/words.zh.json' with { type: 'json' };
import settings from '../features/settings/words.zh.json' with { type: 'json' };
import trips from '../features/trips/words.zh.json' with { type: 'json' };
import units from '../features/units/words.zh.json' with { type: 'json' };

/** What the other pages say; fetched with the first of them. */
export const words = {
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

export type LaterWords = Readonly<Record<keyof typeof words, string>>;
