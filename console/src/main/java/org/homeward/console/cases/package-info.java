/** One case: its story, its facts, and what a person decides about it. */
package org.homeward.console.cases;
