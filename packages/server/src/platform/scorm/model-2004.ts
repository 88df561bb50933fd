import { type Model, number, oneOf } from './model.ts';

const identifier = String.raw`^\S{1,4000}$`;
const span = String.raw`^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$`;
const time = String.raw`^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d{1,2})?(Z|[+-]\d{2}(:\d{2})?)?)?)?)?)?)?$`;
const scaled = { is: number, least: -1, most: 1 } as const;
const share = { is: number, least: 0, most: 1 } as const;
const completion = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const success = oneOf('passed', 'failed', 'unknown');
const kinds = oneOf(
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'likert',
  'matching',
  'performance',
  'sequencing',
  'numeric',
  'other',
);
const results = `^(correct|incorrect|unanticipated|neutral|-?\\d{1,7}(\\.\\d{1,7})?)$`;
const requests = String.raw`^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=\S{1,4000}\}(choice|jump))$`;

/** SCORM 2004, Run-Time Environment 4.2, without sequencing and without what several parts of a package would share; the rest as in `model-12.ts`. */
export const model2004: Model = {
  'cmi._version': { may: 'ro', start: '1.0' },
  'cmi.completion_status': { may: 'rw', is: completion, start: 'unknown' },
  'cmi.completion_threshold': { may: 'ro' },
  'cmi.credit': { may: 'ro', start: 'credit' },
  'cmi.entry': { may: 'ro', start: 'ab-initio' },
  'cmi.exit': { may: 'wo', is: oneOf('time-out', 'suspend', 'logout', 'normal', '') },
  'cmi.launch_data': { may: 'ro' },
  'cmi.learner_id': { may: 'ro', start: 'learner' },
  'cmi.learner_name': { may: 'ro', start: '' },
  'cmi.learner_preference.audio_level': { may: 'rw', is: number, least: 0, most: 10_000, start: '1' },
  'cmi.learner_preference.language': { may: 'rw', long: 250, start: '' },
  'cmi.learner_preference.delivery_speed': { may: 'rw', is: number, least: 0, most: 10_000, start: '1' },
  'cmi.learner_preference.audio_captioning': { may: 'rw', is: oneOf('-1', '0', '1'), start: '0' },
  'cmi.location': { may: 'rw', long: 1000 },
  'cmi.max_time_allowed': { may: 'ro' },
  'cmi.mode': { may: 'ro', start: 'normal' },
  'cmi.progress_measure': { may: 'rw', ...share },
  'cmi.scaled_passing_score': { may: 'ro' },
  'cmi.score.scaled': { may: 'rw', ...scaled },
  'cmi.score.raw': { may: 'rw', is: number },
  'cmi.score.min': { may: 'rw', is: number },
  'cmi.score.max': { may: 'rw', is: number },
  'cmi.session_time': { may: 'wo', is: span },
  'cmi.success_status': { may: 'rw', is: success, start: 'unknown' },
  'cmi.suspend_data': { may: 'rw', long: 64_000 },
  'cmi.time_limit_action': { may: 'ro', start: 'continue,no message' },
  'cmi.total_time': { may: 'ro', start: 'PT0S' },
  'cmi.comments_from_learner.n.comment': { may: 'rw', long: 4000 },
  'cmi.comments_from_learner.n.location': { may: 'rw', long: 250 },
  'cmi.comments_from_learner.n.timestamp': { may: 'rw', is: time },
  'cmi.comments_from_lms.n.comment': { may: 'ro' },
  'cmi.comments_from_lms.n.location': { may: 'ro' },
  'cmi.comments_from_lms.n.timestamp': { may: 'ro' },
  'cmi.objectives.n.id': { may: 'rw', is: identifier },
  'cmi.objectives.n.score.scaled': { may: 'rw', ...scaled },
  'cmi.objectives.n.score.raw': { may: 'rw', is: number },
  'cmi.objectives.n.score.min': { may: 'rw', is: number },
  'cmi.objectives.n.score.max': { may: 'rw', is: number },
  'cmi.objectives.n.success_status': { may: 'rw', is: success, start: 'unknown' },
  'cmi.objectives.n.completion_status': { may: 'rw', is: completion, start: 'unknown' },
  'cmi.objectives.n.progress_measure': { may: 'rw', ...share },
  'cmi.objectives.n.description': { may: 'rw', long: 250 },
  'cmi.interactions.n.id': { may: 'rw', is: identifier },
  'cmi.interactions.n.type': { may: 'rw', is: kinds },
  'cmi.interactions.n.objectives.n.id': { may: 'rw', is: identifier },
  'cmi.interactions.n.timestamp': { may: 'rw', is: time },
  'cmi.interactions.n.correct_responses.n.pattern': { may: 'rw', long: 4096 },
  'cmi.interactions.n.weighting': { may: 'rw', is: number },
  'cmi.interactions.n.learner_response': { may: 'rw', long: 4096 },
  'cmi.interactions.n.result': { may: 'rw', is: results },
  'cmi.interactions.n.latency': { may: 'rw', is: span },
  'cmi.interactions.n.description': { may: 'rw', long: 250 },
  'adl.nav.request': { may: 'rw', is: requests, start: '_none_' },
  'adl.nav.request_valid.continue': { may: 'ro', start: 'false' },
  'adl.nav.request_valid.previous': { may: 'ro', start: 'false' },
};
