/** The story, played over the real wire: a report reaches the police desk, and so does the end. */
package org.homeward.trials.story;
