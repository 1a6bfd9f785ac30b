/** Whether a scene is a thing that stands on phones too, not on the room display alone. */

/** @param {string | null} scene */
export const isThing = (scene) => scene !== null && (scene === "text" || scene.includes(":"));
