import { type Model, number, oneOf } from './model.ts';

const identifier = String.raw`^[\x21-\x7e]{1,255}$`;
const span = String.raw`^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$`;
const clock = String.raw`^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$`;
const percent = { is: `^$|${number}`, least: 0, most: 100 } as const;
const status = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted');
const kinds = oneOf('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric');
const results = `^(correct|wrong|unanticipated|neutral|-?\\d{1,7}(\\.\\d{1,7})?)$`;

/**
 * SCORM 1.2, Run-Time Environment 3.4. Whoever learns has no name here and no number: a package needs neither, and what it does not know it cannot
 * pass on. Times are taken and forgotten: nothing is timed (PEOPLE.md). Tools write more than the 4,096 characters of `suspend_data` that the
 * standard has, and lose people's place where it is cut, so that the bound is that of 2004.
 */
export const model12: Model = {
  'cmi.core.student_id': { may: 'ro', start: 'learner' },
  'cmi.core.student_name': { may: 'ro', start: '' },
  'cmi.core.lesson_location': { may: 'rw', long: 1000, start: '' },
  'cmi.core.credit': { may: 'ro', start: 'credit' },
  'cmi.core.lesson_status': { may: 'rw', is: status, start: 'not attempted' },
  'cmi.core.entry': { may: 'ro', start: 'ab-initio' },
  'cmi.core.score.raw': { may: 'rw', ...percent, start: '' },
  'cmi.core.score.max': { may: 'rw', ...percent, start: '' },
  'cmi.core.score.min': { may: 'rw', ...percent, start: '' },
  'cmi.core.total_time': { may: 'ro', start: '0000:00:00.00' },
  'cmi.core.lesson_mode': { may: 'ro', start: 'normal' },
  'cmi.core.exit': { may: 'wo', is: oneOf('time-out', 'suspend', 'logout', '') },
  'cmi.core.session_time': { may: 'wo', is: span },
  'cmi.suspend_data': { may: 'rw', long: 64_000, start: '' },
  'cmi.launch_data': { may: 'ro', start: '' },
  'cmi.comments': { may: 'rw', long: 4096, start: '' },
  'cmi.comments_from_lms': { may: 'ro', start: '' },
  'cmi.student_data.mastery_score': { may: 'ro', start: '' },
  'cmi.student_data.max_time_allowed': { may: 'ro', start: '' },
  'cmi.student_data.time_limit_action': { may: 'ro', start: 'continue,no message' },
  'cmi.student_preference.audio': { may: 'rw', is: number, least: -1, most: 100, start: '0' },
  'cmi.student_preference.language': { may: 'rw', long: 255, start: '' },
  'cmi.student_preference.speed': { may: 'rw', is: number, least: -100, most: 100, start: '0' },
  'cmi.student_preference.text': { may: 'rw', is: number, least: -1, most: 1, start: '0' },
  'cmi.objectives.n.id': { may: 'rw', is: identifier },
  'cmi.objectives.n.score.raw': { may: 'rw', ...percent, start: '' },
  'cmi.objectives.n.score.max': { may: 'rw', ...percent, start: '' },
  'cmi.objectives.n.score.min': { may: 'rw', ...percent, start: '' },
  'cmi.objectives.n.status': { may: 'rw', is: status, start: 'not attempted' },
  'cmi.interactions.n.id': { may: 'wo', is: identifier },
  'cmi.interactions.n.objectives.n.id': { may: 'wo', is: identifier },
  'cmi.interactions.n.time': { may: 'wo', is: clock },
  'cmi.interactions.n.type': { may: 'wo', is: kinds },
  'cmi.interactions.n.correct_responses.n.pattern': { may: 'wo', long: 4096 },
  'cmi.interactions.n.weighting': { may: 'wo', is: number },
  'cmi.interactions.n.student_response': { may: 'wo', long: 4096 },
  'cmi.interactions.n.result': { may: 'wo', is: results },
  'cmi.interactions.n.latency': { may: 'wo', is: span },
};
