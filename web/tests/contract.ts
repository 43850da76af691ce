import {readFileSync} from 'node:fs';
import file from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {parse} from 'yaml';

interface Operation {
  responses: Record<string, {$ref?: string; content?: Record<string, {schema: object}>}>;
}

const document = parse(readFileSync(file.join(import.meta.dirname, '../../docs/openapi.yaml'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: {responses: Record<string, Operation['responses'][string]>};
};

const ajv = new Ajv2020({strict: false, allErrors: true});
formats.default(ajv);
ajv.addSchema(document, 'contract');

const paths = Object.keys(document.paths)
  .map((path) => ({path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)}))
  // What is spelt out wins over a parameter: /v1/sessions/current is no /v1/sessions/{id}.
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length);

/** What an answer of the API breaks of docs/openapi.yaml, as sentences; none for what is right. */
export function breaks(
  method: string,
  url: string,
  status: number,
  contentType: string,
  body: string,
): string[] {
  const {pathname} = new URL(url);
  const path = paths.find(({pattern}) => pattern.test(pathname))?.path;
  if (!path) return [`${pathname} is no path of the contract`];
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) return [`${method} ${path} is no operation of the contract`];
  const told = operation.responses[String(status)];
  if (!told) return [`${method} ${path} does not know ${status}`];
  const name = told.$ref?.split('/').at(-1);
  const response = name ? document.components.responses[name] : told;
  const type = contentType.split(';')[0]?.trim() ?? '';
  if (!response?.content) return [];
  if (!response.content[type]) return body ? [`${method} ${path} ${status} does not know ${type}`] : [];
  if (!/json$/.test(type)) return [];
  const at = name
    ? `#/components/responses/${name}`
    : `#/paths/${pointer(path)}/${method.toLowerCase()}/responses/${status}`;
  const validate = ajv.getSchema(`contract${at}/content/${pointer(type)}/schema`);
  if (!validate) return [`${at} has no schema`];
  if (validate(JSON.parse(body))) return [];
  return (validate.errors ?? []).map(
    (error) => `${method} ${path} ${status}: ${error.instancePath} ${error.message}`,
  );
}

const pointer = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
