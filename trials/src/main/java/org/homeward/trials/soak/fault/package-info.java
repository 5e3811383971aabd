/** Faults, a class for each; each fault repairs what it broke. */
package org.homeward.trials.soak.fault;
