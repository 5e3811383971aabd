/** Handovers: what partners offer, what is offered to them, and the partners themselves. */
package org.homeward.console.handovers;
