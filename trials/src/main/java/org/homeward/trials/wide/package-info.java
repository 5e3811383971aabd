/** A node of three brokers and two instances of each service, while parts of it die or change. */
package org.homeward.trials.wide;
