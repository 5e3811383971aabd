package org.homeward.durable.shape;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The step from one shape of a stored state to the next, and back. Both are pure and lose nothing.
 *
 * @param up takes what one release wrote to what the next one reads
 * @param down takes it back, for a release that is still running beside the next one
 */
public record Upgrade(UnaryOperator<ObjectNode> up, UnaryOperator<ObjectNode> down) {}
