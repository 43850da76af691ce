import type {Client} from 'openapi-fetch';
import type {paths} from './schema';

/** What a question says besides method and path; its names are those of openapi-fetch. */
interface Said extends RequestInit {
  params?: {
    path?: Record<string, string | number>;
    query?: Record<string, unknown>;
    header?: Record<string, string>;
  };
  body?: BodyInit;
  bodySerializer?: (body: unknown) => BodyInit;
  parseAs?: 'blob';
}

/**
 * The operations of the contract, held to it by the types of openapi-fetch. Its script, a twentieth of all that a visit loads, does much
 * that no page asks for; these lines do what they ask for: JSON or nothing in, JSON, a file or nothing out.
 *
 * @param headers of every question
 */
export function requests(headers: Record<string, string>, fetch: (request: Request) => Promise<Response>) {
  const question =
    (method: string) =>
    async (
      path: string,
      {params = {}, body, bodySerializer = JSON.stringify, parseAs, ...init}: Said = {},
    ) => {
      const request = new Request(location.origin + addressed(path, params), {
        ...init,
        method,
        headers: {
          ...(body !== undefined && {'Content-Type': 'application/json'}),
          ...headers,
          ...params.header,
          ...(init.headers as Record<string, string>),
        },
        ...(body !== undefined && {body: bodySerializer(body)}),
      });
      const response = await fetch(request);
      if (!response.ok) return {error: await response.json().catch(() => undefined), response};
      if (parseAs) return {data: await response.blob(), response};
      const text = await response.text();
      return {data: text ? JSON.parse(text) : undefined, response};
    };
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((name) => [name, question(name)]);
  return Object.fromEntries(methods) as Client<paths>;
}

function addressed(template: string, {path = {}, query = {}}: NonNullable<Said['params']>): string {
  const found = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  const filled = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name] ?? ''));
  return found ? `${filled}?${found}` : filled;
}
