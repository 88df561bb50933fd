import type { Action, Admission, Query } from '@sallyport/core/contract';
import { z } from 'zod';
import { commonRefusals } from '../actions/refusal.ts';
import { pathOf } from './app.ts';
import type { Catalogue } from './catalogue.ts';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** OpenAPI 3.1 of all actions and queries, made from their contracts. */
export function openApiOf({ actions, queries }: Catalogue, version: string): object {
  const paths: Record<string, object> = {};
  for (const { contract } of actions.values()) paths[`/api${pathOf(contract.name)}`] = { post: actionOf(contract) };
  for (const { contract, gives } of queries.values())
    paths[`/api${pathOf(contract.name)}`] = { get: queryOf(contract, gives !== undefined) };
  if ([...queries.values()].some(({ gives }) => gives !== undefined)) paths['/api/uploads'] = { post: upload };
  paths['/api/batch'] = { post: batch };
  return {
    openapi: '3.1.0',
    info: {
      title: '平安门 Sallyport',
      version,
      description:
        '每个操作和查询对应一个地址；出错时返回 RFC 9457 问题说明，附中英文和固定代码。\n\nEach action and query has its address; errors are RFC 9457 problems with both languages and a stable code.',
    },
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'titles'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    titles: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    at: { type: 'integer' },
    details: { type: 'object' },
    others: { type: 'array', items: ref('Problem') },
  },
};

const batch = {
  operationId: 'batch',
  summary: '对一批输入执行同一操作 / one action over many inputs, all or none',
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['action', 'inputs'],
          properties: { action: { type: 'string' }, inputs: { type: 'array', minItems: 1, maxItems: 500 } },
        },
      },
    },
  },
  responses: { 200: { description: 'outputs' }, default: problemResponse() },
};

const upload = {
  operationId: 'uploads',
  summary: '上传一个文件，得到添加佐证材料所需的凭据 / a file, for the ticket that files.add takes',
  parameters: [{ name: 'name', in: 'query', required: true, schema: { type: 'string', maxLength: 1000 } }],
  requestBody: { required: true, content: { 'application/octet-stream': {} } },
  responses: { 200: { description: 'ticket, name, type, size, sha256' }, default: problemResponse() },
};

function problemResponse(): object {
  return {
    description: 'RFC 9457',
    content: { 'application/problem+json': { schema: ref('Problem') } },
  };
}

const security = (admits: Admission): object[] => (admits === 'public' ? [] : [{ session: [] }, { token: [] }]);

/** Each status a refusal may have, with the codes that have it. */
function refusals({ errors }: Pick<Action, 'errors'>): Record<string, object> {
  const byStatus = new Map<number, string[]>();
  for (const [code, status] of [...Object.entries(errors), ...Object.entries(commonRefusals)])
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { ...problemResponse(), description: codes.join(', ') }]),
  );
}

function described({ name, summary }: Pick<Action | Query, 'name' | 'summary'>): object {
  return { operationId: name, tags: [name.split('.')[0]], summary: `${summary.zh} / ${summary.en}` };
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

function actionOf(action: Action): object {
  return {
    ...described(action),
    security: security(action.admits),
    parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', minLength: 16, maxLength: 200 } }],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(action.input, 'input') } } },
    responses: {
      200: { description: 'ok', content: { 'application/json': { schema: schemaOf(action.output, 'output') } } },
      ...refusals(action),
    },
  };
}

function queryOf(query: Query, givesFile: boolean): object {
  const { properties = {}, required = [] } = schemaOf(query.input, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return {
    ...described(query),
    security: security(query.admits),
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
    responses: {
      200: givesFile
        ? { description: 'the file, as an attachment', content: { '*/*': {} } }
        : { description: 'ok', content: { 'application/json': { schema: schemaOf(query.output, 'output') } } },
      ...refusals(query),
    },
  };
}
