/** The part of quadprog that is used: Goldfarb and Idnani's dual method, ported from R. Lists begin at 1. */
declare module 'quadprog' {
  export function solveQP(
    D: number[][],
    d: number[],
    A: number[][],
    b: number[],
    equalities?: number,
  ): { solution: number[]; value: number[]; message: string }
}
