import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { ByteDecoder, guessEncoding } from './encoding';
import { shapeProblem, type Geometry } from './geometry';
import { looksLike } from './looks-like';
import { TableRefused } from './refused';
import type { TableSource } from './text-source';

/** One feature of a GeoJSON file. */
export interface Feature {
  readonly ok: true;
  /** Number of the feature in its file, from 1. */
  readonly number: number;
  readonly id: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry;
}

/** A feature that cannot be used. */
export interface FeatureProblem {
  readonly ok: false;
  readonly number: number;
  /** A sentence. */
  readonly reason: string;
}

export interface FeatureOptions {
  /** Largest file in bytes; 64 MiB by default. */
  readonly maximumBytes?: number;
  readonly onBytes?: (chunk: Buffer) => void;
}

const DEFAULT_MAXIMUM_BYTES = 64 * 1024 * 1024;

/**
 * Reads the features of a GeoJSON file (RFC 7946: WGS84, longitude before latitude). The file is held in memory
 * as a whole, which is why its size is bounded: boundaries come simplified, and one area's file is a few megabytes.
 * @throws TableRefused when the file is too large, is not GeoJSON, or is in another reference system.
 */
export async function readFeatures(
  source: TableSource,
  options: FeatureOptions = {},
): Promise<readonly (Feature | FeatureProblem)[]> {
  const name = typeof source === 'string' ? basename(source) : source.name;
  const bytes = await readBounded(name, source, options);
  if (bytes.length === 0) throw new TableRefused(name, 'it is empty');
  const found = featuresOf(name, parse(name, bytes));
  return found.map((feature, index) => readFeature(feature, index + 1));
}

async function readBounded(name: string, source: TableSource, options: FeatureOptions): Promise<Buffer> {
  const maximum = options.maximumBytes ?? DEFAULT_MAXIMUM_BYTES;
  const stream = typeof source === 'string' ? createReadStream(source) : source.stream;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer | string>) {
      const chunk = typeof part === 'string' ? Buffer.from(part) : part;
      options.onBytes?.(chunk);
      length += chunk.length;
      if (length > maximum)
        throw new TableRefused(name, `it is larger than ${maximum.toLocaleString('en-GB')} bytes`);
      parts.push(chunk);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new TableRefused(name, 'there is no such file');
    throw error;
  }
  return Buffer.concat(parts);
}

function parse(name: string, bytes: Buffer): unknown {
  const guess = guessEncoding(bytes);
  const { text } = new ByteDecoder(guess.encoding).push(bytes.subarray(guess.skip), true);
  try {
    return JSON.parse(text);
  } catch {
    const kind = looksLike(bytes);
    const instead = kind && kind !== 'a JSON document' ? `: it looks like ${kind}` : '';
    throw new TableRefused(name, `it is not JSON${instead}`, kind ? { looksLike: kind } : {});
  }
}

function featuresOf(name: string, document: unknown): readonly unknown[] {
  if (!isObject(document)) throw new TableRefused(name, 'it is JSON but not GeoJSON');
  if (document.type === 'Topology') throw new TableRefused(name, 'it is TopoJSON; save it as GeoJSON first');
  const system = systemOf(document.crs);
  if (system && !/CRS84|EPSG:+(?:\d[\d.]*)?:?4326$/i.test(system))
    throw new TableRefused(name, `it is in the reference system ${system}, not in WGS84`);
  if (document.type === 'FeatureCollection' && Array.isArray(document.features)) return document.features;
  if (document.type === 'Feature') return [document];
  throw new TableRefused(name, 'it is JSON but no GeoJSON FeatureCollection');
}

function systemOf(crs: unknown): string | null {
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : null;
  return typeof name === 'string' ? name.slice(0, 80) : null;
}

function readFeature(feature: unknown, number: number): Feature | FeatureProblem {
  const refuse = (reason: string): FeatureProblem => ({ ok: false, number, reason });
  if (!isObject(feature) || feature.type !== 'Feature') return refuse('It is no GeoJSON feature.');
  if (feature.geometry === null || feature.geometry === undefined) return refuse('It has no shape.');
  const problem = shapeProblem(feature.geometry);
  if (problem) return refuse(problem);
  const { id } = feature;
  return {
    ok: true,
    number,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    properties: isObject(feature.properties) ? feature.properties : {},
    geometry: feature.geometry as Geometry,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
