/** The queries and commands of administrators at the actuator. */
package org.homeward.frame.operate;
