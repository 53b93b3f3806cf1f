import { describe, expect, it } from 'vitest';
import { EXTERNAL, PERSONAS, peopleIn } from './personas.js';

describe('the people of a scenario', () => {
  it('are those of whom its sentences speak, each once, in the order of the suite', () => {
    const sentences = ['Carla and Bert accept', "Bert's calendar shows Anna", '| Dora | ACCEPTED |'];
    expect(peopleIn(sentences)).toEqual(['Anna', 'Bert', 'Carla', 'Dora']);
  });

  it('are found beside any mark, but not inside other words', () => {
    expect(peopleIn(['(Anna)', '"Bert",'])).toEqual(['Anna', 'Bert']);
    expect(peopleIn(['Annabel met Roberta in Bertsville, and anna'])).toEqual([]);
    expect(peopleIn([])).toEqual([]);
  });

  it('have different names, also those who are played by the harness', () => {
    expect(new Set(PERSONAS).size).toBe(PERSONAS.length);
    expect(EXTERNAL.every((name) => PERSONAS.some((known) => known === name))).toBe(true);
  });
});
