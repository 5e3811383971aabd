/** The commands that try nodes out. */
package org.homeward.trials;
