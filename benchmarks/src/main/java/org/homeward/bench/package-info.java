/** Figures, each beside what the engines do alone in the same run. */
package org.homeward.bench;
