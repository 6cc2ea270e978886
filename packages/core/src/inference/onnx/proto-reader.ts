import { KomaError } from '../../errors.ts';
import { WireType } from './proto-writer.ts';

const utf8 = new TextDecoder();

/** One field as it stands in a protobuf message. */
export interface ProtoField {
  readonly field: number;
  readonly wireType: number;
  /** The number of a varint field, unsigned; `0n` for others. */
  readonly varint: bigint;
  /** A view (no copy) of the content of a byte, fixed32 or fixed64 field; empty for varints. */
  readonly bytes: Uint8Array;
}

const nothing = new Uint8Array();

/**
 * The fields of a protobuf message in file order. Repeated fields come once for each item, and a packed list
 * comes as one byte field: {@link readVarints} and {@link readFloats} open it.
 * @throws KomaError `MODEL_CORRUPT` if the bytes end early or are no protobuf.
 */
export function* readFields(message: Uint8Array): Generator<ProtoField> {
  const cursor = { at: 0 };
  while (cursor.at < message.length) {
    const tag = Number(readVarint(message, cursor));
    const wireType = tag % 8;
    const field = (tag - wireType) / 8;
    if (field < 1) throw corrupt(`field number ${field}`);
    if (wireType === WireType.varint) {
      yield { field, wireType, varint: readVarint(message, cursor), bytes: nothing };
      continue;
    }
    const length = lengthOf(wireType, message, cursor);
    const end = cursor.at + length;
    if (end > message.length) throw corrupt('the data ends early');
    yield { field, wireType, varint: 0n, bytes: message.subarray(cursor.at, end) };
    cursor.at = end;
  }
}

/** A string field. */
export function fieldText(field: ProtoField): string {
  return utf8.decode(field.bytes);
}

/** An int64 field; a `number` where that is exact. */
export function fieldInt(field: ProtoField): number | bigint {
  return signed(field.varint);
}

/** A size, type or version: an int64 field that has to fit a `number`. */
export function fieldSize(field: ProtoField): number {
  const value = signed(field.varint);
  if (typeof value !== 'number') throw corrupt(`the number ${value}`);
  return value;
}

/** A repeated int64 field, packed or one by one. */
export function readVarints(field: ProtoField): (number | bigint)[] {
  if (field.wireType === WireType.varint) return [signed(field.varint)];
  const values: (number | bigint)[] = [];
  const cursor = { at: 0 };
  while (cursor.at < field.bytes.length) values.push(signed(readVarint(field.bytes, cursor)));
  return values;
}

/** A float field, or a repeated one, packed or one by one. */
export function readFloats(field: ProtoField): number[] {
  const view = new DataView(field.bytes.buffer, field.bytes.byteOffset, field.bytes.length);
  const values: number[] = [];
  for (let at = 0; at + 4 <= field.bytes.length; at += 4) values.push(view.getFloat32(at, true));
  return values;
}

function readVarint(bytes: Uint8Array, cursor: { at: number }): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) throw corrupt('the data ends early');
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return BigInt.asUintN(64, value);
  }
  throw corrupt('a number longer than 64 bits');
}

function lengthOf(wireType: number, message: Uint8Array, cursor: { at: number }): number {
  if (wireType === WireType.bytes) return Number(readVarint(message, cursor));
  if (wireType === WireType.fixed32) return 4;
  if (wireType === WireType.fixed64) return 8;
  throw corrupt(`wire type ${wireType}`);
}

function signed(value: bigint): number | bigint {
  const int64 = BigInt.asIntN(64, value);
  const number = Number(int64);
  return Number.isSafeInteger(number) ? number : int64;
}

function corrupt(reason: string): KomaError {
  return new KomaError('MODEL_CORRUPT', `The model file is damaged: ${reason}.`, { reason });
}
