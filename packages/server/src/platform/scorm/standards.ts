import type { Standard } from './manifest.ts';
import type { Model } from './model.ts';
import { model12 } from './model-12.ts';
import { model2004 } from './model-2004.ts';

/** What goes wrong with a call, by what each standard calls it. */
type Codes = Readonly<
  Record<
    | 'argument'
    | 'begun'
    | 'over'
    | 'endEarly'
    | 'endAgain'
    | 'getEarly'
    | 'getLate'
    | 'setEarly'
    | 'setLate'
    | 'commitEarly'
    | 'commitLate'
    | 'unknown'
    | 'unset'
    | 'keyword'
    | 'notList'
    | 'noChildren'
    | 'outOfOrder'
    | 'readOnly'
    | 'writeOnly'
    | 'type'
    | 'range',
    string
  >
>;

export type Dialect = {
  /** The name under which a package looks for it. */
  readonly object: 'API' | 'API_1484_11';
  /** Initialize, Terminate, GetValue, SetValue, Commit, GetLastError, GetErrorString, GetDiagnostic. */
  readonly calls: readonly string[];
  readonly model: Model;
  readonly codes: Codes;
  readonly texts: Readonly<Record<string, string>>;
  /** Where the things lie that are told to the player. */
  readonly places: {
    readonly location: string;
    readonly exit: string;
    readonly entry: string;
    readonly launch: string;
  };
};

const dialect12: Dialect = {
  object: 'API',
  calls: [
    'LMSInitialize',
    'LMSFinish',
    'LMSGetValue',
    'LMSSetValue',
    'LMSCommit',
    'LMSGetLastError',
    'LMSGetErrorString',
    'LMSGetDiagnostic',
  ],
  model: model12,
  codes: {
    argument: '201',
    begun: '101',
    over: '101',
    endEarly: '301',
    endAgain: '301',
    getEarly: '301',
    getLate: '301',
    setEarly: '301',
    setLate: '301',
    commitEarly: '301',
    commitLate: '301',
    unknown: '201',
    unset: '0',
    keyword: '402',
    notList: '203',
    noChildren: '202',
    outOfOrder: '201',
    readOnly: '403',
    writeOnly: '404',
    type: '405',
    range: '405',
  },
  texts: {
    0: 'No error',
    101: 'General exception',
    201: 'Invalid argument error',
    202: 'Element cannot have children',
    203: 'Element not an array - cannot have count',
    301: 'Not initialized',
    401: 'Not implemented error',
    402: 'Invalid set value, element is a keyword',
    403: 'Element is read only',
    404: 'Element is write only',
    405: 'Incorrect data type',
  },
  places: {
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    entry: 'cmi.core.entry',
    launch: 'cmi.launch_data',
  },
};

const dialect2004: Dialect = {
  object: 'API_1484_11',
  calls: [
    'Initialize',
    'Terminate',
    'GetValue',
    'SetValue',
    'Commit',
    'GetLastError',
    'GetErrorString',
    'GetDiagnostic',
  ],
  model: model2004,
  codes: {
    argument: '201',
    begun: '103',
    over: '104',
    endEarly: '112',
    endAgain: '113',
    getEarly: '122',
    getLate: '123',
    setEarly: '132',
    setLate: '133',
    commitEarly: '142',
    commitLate: '143',
    unknown: '401',
    unset: '403',
    keyword: '404',
    notList: '301',
    noChildren: '301',
    outOfOrder: '351',
    readOnly: '404',
    writeOnly: '405',
    type: '406',
    range: '407',
  },
  texts: {
    0: 'No Error',
    101: 'General Exception',
    102: 'General Initialization Failure',
    103: 'Already Initialized',
    104: 'Content Instance Terminated',
    111: 'General Termination Failure',
    112: 'Termination Before Initialization',
    113: 'Termination After Termination',
    122: 'Retrieve Data Before Initialization',
    123: 'Retrieve Data After Termination',
    132: 'Store Data Before Initialization',
    133: 'Store Data After Termination',
    142: 'Commit Before Initialization',
    143: 'Commit After Termination',
    201: 'General Argument Error',
    301: 'General Get Failure',
    351: 'General Set Failure',
    391: 'General Commit Failure',
    401: 'Undefined Data Model Element',
    402: 'Unimplemented Data Model Element',
    403: 'Data Model Element Value Not Initialized',
    404: 'Data Model Element Is Read Only',
    405: 'Data Model Element Is Write Only',
    406: 'Data Model Element Type Mismatch',
    407: 'Data Model Element Value Out Of Range',
    408: 'Data Model Dependency Not Established',
  },
  places: { location: 'cmi.location', exit: 'cmi.exit', entry: 'cmi.entry', launch: 'cmi.launch_data' },
};

export const dialects: Readonly<Record<Standard, Dialect>> = { '1.2': dialect12, '2004': dialect2004 };
