/**
 * Fetches what was seen after an entry, with whose eyes, and keeps the last ones. An answer carries
 * its own entry, so that a slow one can never pass for another moment.
 */
import { useEffect, useRef, useState } from "../dom.js";
import { read } from "../ask.js";
import { numberAt } from "./course.js";

/**
 * @typedef {import("./shapes.js").Moment} Moment
 * @typedef {import("../ask.js").Fault} Fault
 * @typedef {import("./course.js").Course} Course
 */

const KEPT = 160;

export class Moments {
  /**
   * @param {string} address what stands before the number of an entry
   * @param {Course} course
   */
  constructor(address, course) {
    this.address = address;
    this.course = course;
    /** @type {Map<string, Moment>} the one used last at the end */
    this.kept = new Map();
    /** @type {Map<string, Promise<Moment | Fault>>} */
    this.asked = new Map();
  }

  /**
   * What is here already.
   * @param {number} place
   * @param {string} eyes
   */
  here(place, eyes) {
    const key = `${place} ${eyes}`;
    const found = this.kept.get(key);
    if (found) {
      this.kept.delete(key);
      this.kept.set(key, found);
    }
    return found ?? null;
  }

  /**
   * @param {number} place
   * @param {string} eyes
   * @returns {Promise<Moment | Fault>}
   */
  get(place, eyes) {
    const found = this.here(place, eyes);
    if (found) return Promise.resolve(found);
    const key = `${place} ${eyes}`;
    const running = this.asked.get(key);
    if (running) return running;
    const asked = this.fetch(place, eyes).finally(() => this.asked.delete(key));
    this.asked.set(key, asked);
    return asked;
  }

  /**
   * @param {number} place
   * @param {string} eyes
   */
  async fetch(place, eyes) {
    const answer = await read(`${this.address}${numberAt(this.course, place)}?eyes=${encodeURIComponent(eyes)}`);
    if (!answer.ok) return answer;
    const { view, lines, confided, words } = /** @type {Moment} */ (answer.value);
    const moment = { place, eyes, view, lines, confided, words };
    this.kept.set(`${place} ${eyes}`, moment);
    for (const key of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(key);
    }
    return moment;
  }

}

/** @param {Moment | Fault} answer @returns {answer is Moment} */
export const isMoment = (answer) => "view" in answer;

/**
 * Follows the wanted moment, one question at a time: while one is answered, only the newest wish
 * counts. `shown` says itself which moment it is; it is the wanted one when `late` is false.
 *
 * @param {Moments} moments
 * @param {number} place
 * @param {string} eyes
 * @param {(place: number) => readonly number[]} near what is likely to be wanted next
 */
export function useMoment(moments, place, eyes, near) {
  const [shown, setShown] = useState(/** @type {Moment | null} */ (null));
  const [fault, setFault] = useState(/** @type {Fault | null} */ (null));
  const wish = useRef({ place, eyes });
  const busy = useRef(false);
  wish.current = { place, eyes };

  const follow = async () => {
    if (busy.current) return;
    busy.current = true;
    for (;;) {
      const wanted = wish.current;
      const answer = await moments.get(wanted.place, wanted.eyes);
      if (isMoment(answer)) {
        setFault(null);
        setShown(answer);
      } else setFault(answer);
      if (wanted.place === wish.current.place && wanted.eyes === wish.current.eyes) break;
    }
    busy.current = false;
    const rest = wish.current;
    for (const one of near(rest.place)) {
      if (rest.place !== wish.current.place || rest.eyes !== wish.current.eyes) return;
      await moments.get(one, rest.eyes);
    }
  };
  useEffect(() => {
    if (place === 0) return;
    const found = moments.here(place, eyes);
    if (found) {
      setFault(null);
      setShown(found);
    }
    void follow();
  }, [moments, place, eyes]);
  const late = shown === null || shown.place !== place || shown.eyes !== eyes;
  return { shown, late, fault, retry: () => void follow() };
}

/**
 * The course in samples, fetched one after the other once the page has its first moment.
 *
 * @param {Moments} moments
 * @param {readonly number[]} points
 * @param {string} eyes
 * @param {boolean} begin
 * @returns {{ samples: readonly Moment[], done: boolean }} in the order of the course; those there are
 */
export function useSamples(moments, points, eyes, begin) {
  const [samples, setSamples] = useState(/** @type {Moment[]} */ ([]));
  useEffect(() => {
    let wanted = begin;
    const gather = async () => {
      /** @type {Moment[]} */
      const found = [];
      for (const point of points) {
        if (!wanted) return;
        const answer = await moments.get(point, eyes);
        if (isMoment(answer)) found.push(answer);
        // Not after each: forty drawings of all charts would make the page stutter.
        if (wanted && found.length % 8 === 0) setSamples([...found]);
      }
      if (wanted) setSamples(found);
    };
    void gather();
    return () => {
      wanted = false;
    };
  }, [moments, points, eyes, begin]);
  return { samples, done: samples.length === points.length };
}
