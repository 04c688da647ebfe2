/** One line of JSON for each record, as uploads of lines take them. */
export function ndjson(records: Iterable<unknown>): Blob {
  const text = Array.from(records, (record) => `${JSON.stringify(record)}\n`);
  return new Blob(text, { type: 'application/x-ndjson' });
}

/** The records of lines that came back. */
export async function lines<Record>(content: Blob | string): Promise<Record[]> {
  const text = typeof content === 'string' ? content : await content.text();
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Record);
}
