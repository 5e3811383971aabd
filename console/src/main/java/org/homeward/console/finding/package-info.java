/** Finds a case by a word. */
package org.homeward.console.finding;
