/** How a report reaches the police desk, and the end reaches it too, told over the real wire. */
package org.homeward.trials.story;
