/** Dead letters: what systems of organisations refused, and who has it sent again. */
package org.homeward.console.deadletters;
