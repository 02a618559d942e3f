import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../../shared/util/canonicalJson.ts';

describe('the one spelling of a value', () => {
  test('has sorted keys and no white space', () => {
    const value = { b: [1, { z: null, A: true }], a: 'x', é: 0, B: -0, '10': 1.5, '9': 1e21 };
    expect(canonicalJson(value)).toBe('{"10":1.5,"9":1e+21,"B":0,"a":"x","b":[1,{"A":true,"z":null}],"é":0}');
  });

  test('sorts keys by UTF-16 code unit, not by code point', () => {
    expect(canonicalJson({ '\uffee': 1, '😀': 2 })).toBe('{"😀":2,"\uffee":1}');
  });

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(JSON.parse(canonicalJson(json))).toEqual(json);
      }),
    );
  });

  test('is the same in whatever order keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('does not exist for %d', (value) => {
    expect(() => canonicalJson({ a: [value] })).toThrow('Not a JSON number');
  });
});
